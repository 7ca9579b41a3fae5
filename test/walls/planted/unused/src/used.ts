export const used = 1;
export const unusedExport = 2;
export interface UnusedType {
  readonly field: number;
}
