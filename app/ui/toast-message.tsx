import type { Toast } from '~/web/toast';
import { Icon } from './icons';
import classes from './notice.module.css';
import { useWords } from './use-words';

/** What the last answer left to say. Part of the document, so it needs no JavaScript. */
export const ToastMessage = ({ toast }: { toast: Toast }) => {
  const words = useWords();
  return (
    <div className={classes.toast} role="status" data-print="no">
      <Icon name="done" />
      <p>{words(toast.key, toast.params)}</p>
    </div>
  );
};
