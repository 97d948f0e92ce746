import { X } from 'lucide';
import { useRef, useState } from 'preact/hooks';
import type { PublicPicture } from '../../shared/public-page.ts';
import { IconButton } from '../parts/button.tsx';
import { say } from './words.ts';

interface Props {
  picture: PublicPicture;
  /** What it shows, in the creator's words. */
  alt: string;
  look: string;
}

/** A small picture that opens as large as the window allows. Escape, the cross and a touch beside it close it again. */
export function OpenedPicture({ picture, alt, look }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [open, setOpen] = useState(false);
  const { url, width, height } = picture;
  return (
    <>
      <button
        type="button"
        class={`opens ${look}`}
        aria-label={say('offers.enlarge', { alt })}
        onClick={() => {
          setOpen(true);
          dialog.current?.showModal();
        }}
      >
        <img src={url} width={width} height={height} alt="" loading="lazy" decoding="async" />
      </button>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a dialog closes by Escape of itself */}
      <dialog
        class="opened"
        ref={dialog}
        aria-label={alt}
        onClose={() => setOpen(false)}
        onClick={(event) => {
          if (event.target === dialog.current) dialog.current?.close();
        }}
      >
        {open && <img src={url} width={width} height={height} alt={alt} />}
        <IconButton icon={X} label={say('offers.close')} look="quiet" onClick={() => dialog.current?.close()} />
      </dialog>
    </>
  );
}
