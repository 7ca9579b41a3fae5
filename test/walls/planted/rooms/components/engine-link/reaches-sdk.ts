import 'matrix-js-sdk';
