/** The class of an event that tells the page something. */
export function elementEvent<Name extends string, Detail>(type: Name) {
  return class extends Event {
    static readonly type = type;
    readonly detail: Readonly<Detail>;
    constructor(detail: Readonly<Detail>) {
      super(type, { bubbles: true, composed: true });
      this.detail = detail;
    }
  };
}
