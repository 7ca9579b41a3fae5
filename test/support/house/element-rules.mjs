const atOnePlace = 'Elements are registered by components/register.ts: class files have no side effect.';
const noStyle = "A style attribute breaks style-src 'self': set properties with element.style.setProperty.";

/** What templates and element classes may not do, beyond what the plugins for Lit, web components and accessibility say. */
export const elementSyntax = [
  {
    selector: String.raw`TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/(^|[\s"'])style\s*=/]`,
    message: noStyle,
  },
  {
    selector: "CallExpression[callee.property.name=/^(set|toggle)Attribute(NS)?$/] > Literal[value='style']",
    message: noStyle,
  },
  {
    selector: 'AssignmentExpression > MemberExpression.left[property.name=/^(inner|outer)HTML$/]',
    message: 'Text of others is text, never markup.',
  },
];

/** Directives that write markup of others or a style attribute; `static-html` writes what it is given as markup, too. */
export const elementImports = {
  patterns: [
    {
      group: ['lit/directives/unsafe-*', 'lit/directives/style-map*', 'lit/static-html*', 'lit/decorators*'],
      message: 'No markup from text, no style attribute, no decorators.',
    },
  ],
};

/** By its own name, through the global object, or taken out of it. */
export const registersNothing = [
  "MemberExpression[property.name='define'][object.name='customElements']",
  "MemberExpression[property.name='define'][object.property.name='customElements']",
  "VariableDeclarator > Identifier.init[name='customElements']",
].map((selector) => ({ selector, message: atOnePlace }));
