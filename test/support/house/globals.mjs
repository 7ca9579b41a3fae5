/** The names that plain JavaScript files of this repository find around them. */
const names = (list) => Object.fromEntries(list.split(' ').map((name) => [name, 'readonly']));

export default {
  node: names('process console URL URLSearchParams Buffer setTimeout clearTimeout setInterval clearInterval fetch AbortSignal AbortController TextDecoder TextEncoder performance structuredClone crypto'),
  browser: names('document window navigator location RTCPeerConnection MediaStream requestAnimationFrame'),
};
