import vue from '@vitejs/plugin-vue';

const isCustomElement = (tag) => tag.startsWith('famedly-');

export default { plugins: [vue({ template: { compilerOptions: { isCustomElement } } })] };
