import { Bookmark, Check, Copy } from 'lucide';
import { useState } from 'preact/hooks';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { say } from './words.ts';

/** Why this address matters, and a way to keep it. Open once after sending, folded away later. */
export function KeepPage({ open = false }: { open?: boolean }) {
  return (
    <details class="keep" open={open}>
      <summary>
        <Icon node={Bookmark} size={18} />
        {say('thread.keep')}
      </summary>
      <p>{say('thread.keepText')}</p>
      <CopyAddress />
    </details>
  );
}

/** Missing where the browser gives no clipboard, as on plain http: the address bar is still there. */
function CopyAddress() {
  const [copied, setCopied] = useState(false);
  if (!('clipboard' in navigator)) return null;
  async function copy() {
    await navigator.clipboard.writeText(location.href).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  }
  return (
    <Button icon={copied ? Check : Copy} onClick={() => void copy()}>
      {say(copied ? 'thread.copied' : 'thread.copy')}
    </Button>
  );
}
