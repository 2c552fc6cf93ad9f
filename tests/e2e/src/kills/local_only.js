// Sabotage: the database takes nothing and says that it has; local storage works as usual.
IDBObjectStore.prototype.put = IDBObjectStore.prototype.add = function () {
  return this.count();
};
