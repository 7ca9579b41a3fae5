/** A choice that is remembered, and the same in all windows of this page. `apply` is told what counts, now and whenever it changes. */
export function keepChoice(form: HTMLFormElement, name: string, apply: (value: string) => void): void {
  const key = `famedly-calls demo ${name}`;
  const choices = form.elements.namedItem(name);
  if (!(choices instanceof RadioNodeList)) return;
  const [first] = choices;
  const usual = first instanceof HTMLInputElement ? first.value : '';
  const read = (): void => {
    choices.value = localStorage.getItem(key) ?? usual;
    if (choices.value === '') choices.value = usual;
    apply(choices.value);
  };
  form.addEventListener('change', () => {
    localStorage.setItem(key, choices.value);
    read();
  });
  window.addEventListener('storage', read);
  read();
}
