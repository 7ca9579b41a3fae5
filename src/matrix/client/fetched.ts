/** A part of the adapter, fetched when it is needed: where it cannot be, the outage is one like any other. */
export async function fetched<Part>(part: Promise<Part>): Promise<Part> {
  try {
    return await part;
  } catch (cause) {
    throw new DOMException(String(cause), 'NetworkError');
  }
}
