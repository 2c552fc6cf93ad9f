//! Asks the linker for what the page's build needs to cut the program in two.

fn main() {
    println!("cargo::rerun-if-changed=src/build.rs");
    let is_set = |name| std::env::var_os(name).is_some();
    if is_set("CARGO_FEATURE_SPLIT") && is_set("CARGO_CFG_TARGET_ARCH") {
        println!("cargo::rustc-link-arg-bin=claimlight=--emit-relocs");
    }
}
