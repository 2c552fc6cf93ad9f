// The body of a function: returns the first button that can be used inside arguments[0], a
// selector, and has the accessible name arguments[1]; null when there is none.

const [scope, name] = arguments;

const words = (text) => (text ?? '').replace(/\s+/g, ' ').trim();

const nameOf = (button) => {
  const labels = button.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
  const labelled = words(labels.map((id) => document.getElementById(id)?.textContent).join(' '));
  return labelled || words(button.getAttribute('aria-label')) || words(button.textContent);
};

// While a modal dialog is open nothing outside of it can be used.
const modal = [...document.querySelectorAll('dialog:modal')].at(-1);

const usable = (button) =>
  button.checkVisibility({ visibilityProperty: true }) &&
  !button.matches(':disabled, [aria-disabled="true"]') &&
  !button.closest('[inert]') &&
  (!modal || modal.contains(button));

const buttons = [...document.querySelectorAll(scope)].flatMap((root) => [
  ...root.querySelectorAll('button, [role="button"], [role="menuitem"], summary'),
]);
return buttons.find((button) => usable(button) && nameOf(button) === name) ?? null;
