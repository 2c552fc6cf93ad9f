// Sabotage: both stores take everything half a second late, and say at once that they have it.
const LATE = 500;
const { setItem } = Storage.prototype;
Storage.prototype.setItem = function (...item) {
  setTimeout(() => setItem.apply(this, item), LATE);
};
for (const name of ['put', 'add']) {
  const write = IDBObjectStore.prototype[name];
  IDBObjectStore.prototype[name] = function (...record) {
    const database = this.transaction.db;
    setTimeout(() => {
      const store = database.transaction(this.name, 'readwrite').objectStore(this.name);
      write.apply(store, record);
    }, LATE);
    return this.count();
  };
}
