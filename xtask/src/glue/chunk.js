const $IMPORT = {
  __wasm_split_load_windows: async (callback, data) => {
    let isLoaded = true;
    try {
      const answer = await fetch(new URL("$FILE", import.meta.url));
      if (!answer.ok) throw Error(`${answer.url} was answered with ${answer.status}`);
      await WebAssembly.instantiate(await answer.arrayBuffer(), { __wasm_split: wasm });
    } catch (why) {
      console.warn(why);
      isLoaded = false;
    }
    wasm.__indirect_function_table.get(callback)(data, isLoaded);
  },
};
