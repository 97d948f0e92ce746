/** The look of a code that leads nowhere: no camera reads it. */
export const SAMPLE_CODE = {
  modules: 21,
  path: 'M0 0h7v7h-7zM1 1v5h5v-5zM2 2h3v3h-3zM14 0h7v7h-7zM15 1v5h5v-5zM16 2h3v3h-3zM0 14h7v7h-7zM1 15v5h5v-5zM2 16h3v3h-3zM9 0h2v3h-2zM8 4h4v2h-4zM8 8h3v2h-3zM13 9h2v3h-2zM17 8h4v2h-4zM9 12h3v2h-3zM14 14h3v2h-3zM18 13h3v3h-3zM10 16h2v4h-2zM15 18h3v3h-3z',
};
