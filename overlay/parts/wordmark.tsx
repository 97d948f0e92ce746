import './wordmark.css';

/** The name of the product as it stands on its own pages: the mark of theme/icon.svg in the page's colours, and the word. */
export function Wordmark() {
  return (
    <span class="wordmark">
      <svg width="24" height="24" viewBox="0 0 32 32" aria-hidden="true">
        <rect width="32" height="32" rx="8" fill="currentColor" />
        <g class="wordmark-bars">
          <path d="M7 9h3v14H7z" fill-opacity=".7" />
          <path d="M13 10h12v5H13z" />
          <path d="M13 18h8v4h-8z" fill-opacity=".6" />
        </g>
      </svg>
      <span class="wordmark-word">Cuedesk</span>
    </span>
  );
}
