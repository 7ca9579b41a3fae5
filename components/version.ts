/** Of the package; elements of two versions do not mix on one page. */
export const version = '0.1.0';
