const key = 'famedly-calls demo theme';
const themes: readonly string[] = ['system', 'light', 'dark'];

/** Light, dark or what the system says, remembered and the same in all windows of this page. */
export function startThemeSwitch(form: HTMLFormElement): void {
  const choices = form.elements.namedItem('theme');
  if (!(choices instanceof RadioNodeList)) return;
  const apply = (): void => {
    const stored = localStorage.getItem(key) ?? '';
    const theme = themes.includes(stored) ? stored : 'system';
    choices.value = theme;
    document.documentElement.dataset['theme'] = theme;
  };
  form.addEventListener('change', () => {
    localStorage.setItem(key, choices.value);
    apply();
  });
  window.addEventListener('storage', apply);
  apply();
}
