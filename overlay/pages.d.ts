// The pages import style sheets for their effect; Vite takes them out of the script.
declare module '*.css';
