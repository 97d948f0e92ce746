import './wordmark.css';

/** The name of the product as it stands on its own pages: a cue mark, and the word. */
export function Wordmark() {
  return (
    <span class="wordmark">
      <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">
        <rect x="1" y="3" width="20" height="16" rx="4.5" fill="currentColor" />
        <path class="wordmark-cue" d="M8 7.4v7.2a.6.6 0 0 0 .92.5l5.5-3.6a.6.6 0 0 0 0-1l-5.5-3.6a.6.6 0 0 0-.92.5Z" />
      </svg>
      <span class="wordmark-word">Cuedesk</span>
    </span>
  );
}
