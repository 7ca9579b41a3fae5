import '../parts/tile/tile.ts';
