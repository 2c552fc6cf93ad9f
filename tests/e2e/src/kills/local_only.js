// Sabotage: the database takes only settings, and says that it has taken everything; local storage
// works as usual. Without its settings the page would notice that the database is not the one it was.
const put = IDBObjectStore.prototype.put;
IDBObjectStore.prototype.put = function (value, key) {
  return String(key).includes('/setting/') ? put.call(this, value, key) : this.count();
};
