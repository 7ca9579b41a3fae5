import { callElement } from './call-element.ts';
import { element, setText } from './element.ts';
import type { SignedIn, SignIn } from './homeserver-client.ts';
import { signInFailure } from './sign-in-failure.ts';

interface Field {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly type?: string;
  readonly autocomplete?: string;
}

const fields: readonly Field[] = [
  {
    name: 'address',
    label: 'Homeserver',
    hint: 'example.org or https://matrix.example.org',
    autocomplete: 'url',
  },
  { name: 'user', label: 'User', hint: 'name or @name:example.org', autocomplete: 'username' },
  { name: 'password', label: 'Password', type: 'password', autocomplete: 'current-password' },
  { name: 'token', label: 'Access token', type: 'password', autocomplete: 'off' },
  { name: 'device', label: 'Device id', hint: 'of the access token' },
  { name: 'callee', label: 'Whom to call', hint: '@name:example.org' },
];

/** The form for a real homeserver, and the calls once somebody is signed in. */
export function startHomeserver(section: HTMLElement): void {
  const status = element('p', { role: 'status' });
  const send = element('button', { type: 'submit', class: 'word primary' }, 'Sign in');
  const form = element('form', {}, choiceOfSecret(), ...fields.map(inputOf), encryptedCheck());
  form.append(element('div', { class: 'send wide' }, send, status));
  section.append(form);
  showSecret(form);
  form.addEventListener('change', () => showSecret(form));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const wishes = read(form);
    send.disabled = true;
    status.className = '';
    connect(wishes, (step) => setText(status, step))
      .then((signedIn) => showCalls(section, form, signedIn, wishes))
      .then(() => setText(status, ''))
      .catch((error: unknown) => {
        status.className = 'wrong';
        setText(status, signInFailure(error, wishes.address));
      })
      .finally(() => {
        send.disabled = false;
      });
  });
}

async function connect(wishes: SignIn, tell: (step: string) => void): Promise<SignedIn> {
  tell('Loading the Matrix library…');
  const { signIn } = await import('./homeserver-client.ts');
  return signIn(wishes, tell);
}

function choiceOfSecret(): HTMLElement {
  const option = (value: string, label: string, checked: boolean): HTMLElement =>
    element(
      'label',
      {},
      element('input', { type: 'radio', name: 'secret', value, checked }),
      element('span', {}, label),
    );
  const options = [option('password', 'Password', true), option('token', 'Access token', false)];
  return element('fieldset', { class: 'choice wide', 'aria-label': 'Sign in with' }, ...options);
}

function inputOf({ name, label, hint, type = 'text', autocomplete = 'off' }: Field): HTMLElement {
  const attributes = {
    name,
    type,
    autocomplete,
    required: true,
    autocapitalize: 'none',
    spellcheck: 'false',
  };
  const input = element('input', attributes);
  const row = element('label', { class: 'field' }, element('span', {}, label), input);
  if (hint !== undefined) row.append(element('small', {}, hint));
  return row;
}

function encryptedCheck(): HTMLElement {
  const input = element('input', { type: 'checkbox', name: 'encrypted', checked: true });
  return element('label', { class: 'check wide' }, input, 'Encrypt the room where a new one is needed');
}

/** Password, or access token and device id: what is not asked for is neither shown nor required. */
function showSecret(form: HTMLFormElement): void {
  const { secret } = read(form);
  for (const name of ['user', 'password', 'token', 'device']) {
    const input = inputIn(form, name);
    const wanted = ['token', 'device'].includes(name) === 'accessToken' in secret;
    input.disabled = !wanted;
    const row = input.closest('label');
    if (row !== null) row.hidden = !wanted;
  }
}

function read(form: HTMLFormElement): SignIn {
  const text = (name: string): string => inputIn(form, name).value.trim();
  const byToken = new FormData(form).get('secret') === 'token';
  return {
    address: text('address'),
    user: text('user'),
    secret: byToken
      ? { accessToken: text('token'), deviceId: text('device') }
      : { password: inputIn(form, 'password').value },
    callee: text('callee'),
    encrypted: inputIn(form, 'encrypted').checked,
  };
}

function inputIn(form: HTMLFormElement, name: string): HTMLInputElement {
  const input = form.elements.namedItem(name);
  if (!(input instanceof HTMLInputElement)) throw new Error(`The form has no ${name}`);
  return input;
}

function showCalls(
  section: HTMLElement,
  form: HTMLFormElement,
  { port, roomId, signOut }: SignedIn,
  { callee }: SignIn,
): void {
  const call = callElement({ client: port, roomId, callee });
  const leave = element('button', { type: 'button', class: 'word small quiet' }, 'Sign out');
  const caption = element('header', { class: 'caption' }, element('b', { class: 'cut' }, port.userId), leave);
  const calls = element('div', { class: 'calls' }, caption, element('div', { class: 'side' }, call));
  form.hidden = true;
  inputIn(form, 'password').value = '';
  inputIn(form, 'token').value = '';
  section.append(calls);
  leave.addEventListener('click', () => {
    // Ends a call that goes on while there is somebody to tell.
    call.voip?.dispose();
    calls.remove();
    form.hidden = false;
    signOut().catch(() => undefined);
  });
}
