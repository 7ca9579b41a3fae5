/** What no test may do: leave tests out, or wait for a time instead of a condition. */
export const honestTests = [
  {
    selector:
      'MemberExpression[object.name=/^(it|describe|test)$/][property.name=/^(only|skip|fixme|fail)$/]',
    message: 'Every test runs.',
  },
  {
    selector: "MemberExpression[property.name='waitForTimeout']",
    message: 'Wait for a condition.',
  },
];
