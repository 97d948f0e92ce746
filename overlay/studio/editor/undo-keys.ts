import { useEffect } from 'preact/hooks';
import type { Editing } from '../model/editing.ts';

/**
 * Ctrl+Z and Ctrl+Shift+Z (with the command key on a Mac), Ctrl+Y as well. In a field too: what is typed there is an
 * edit of the design like any other, and the browser's own undo would know nothing of the rest.
 */
export function useUndoKeys(editing: Editing): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      event.preventDefault();
      if (key === 'y' || event.shiftKey) editing.redo();
      else editing.undo();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [editing]);
}
