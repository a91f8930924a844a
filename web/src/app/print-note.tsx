import { instantInWords } from '../parts/instants';
import { usePrinting } from '../parts/printing';

/** In small type below a printed page: where it is from, and when. */
export function PrintNote() {
  if (!usePrinting()) return null;
  return (
    <p className="printNote">
      Printed on {instantInWords(new Date().toISOString())} from {location.href}
    </p>
  );
}
