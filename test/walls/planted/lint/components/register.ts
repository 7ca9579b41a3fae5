import { FamedlyPanel } from './parts/panel/panel.ts';

customElements.define('famedly-panel', FamedlyPanel);
document.body.setAttribute('style', ''); // refused: no-restricted-syntax
