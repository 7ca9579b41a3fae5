import { svelte, vitePreprocess } from '@sveltejs/vite-plugin-svelte';

export default { plugins: [svelte({ configFile: false, preprocess: vitePreprocess() })] };
