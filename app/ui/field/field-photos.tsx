import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_PHOTOS, PHOTO_ACCEPT } from '~/domain/health-care/photo';
import classes from './field.module.css';
import { dropPhoto, findPhoto, putPhoto } from './field-store';
import type { FieldPhoto, FieldVisit } from './field-visit';
import { newFieldId } from './new-id';
import { shrinkPhoto } from './shrink-photo';
import type { FieldVisits } from './use-field-visits';

interface Props {
  visit: FieldVisit;
  /** null = of the visit as a whole. */
  findingId: string | null;
  label: string;
  field: FieldVisits;
}

/** Photos from the camera or the album, kept on the phone until they are sent. */
export const FieldPhotos = ({ visit, findingId, label, field }: Props) => {
  const { t } = useTranslation('fieldwork');
  const own = visit.photos.filter((photo) => photo.findingId === findingId);
  const add = async (files: readonly File[]) => {
    const added: FieldPhoto[] = [];
    for (const file of files.slice(0, MAX_PHOTOS - own.length)) {
      const id = newFieldId();
      await putPhoto(id, await shrinkPhoto(file));
      added.push({ id, findingId, name: file.name || 'photo.jpg', sent: false, refusal: null });
    }
    field.change(visit.id, (now) => ({ ...now, photos: [...now.photos, ...added] }));
  };
  const remove = (id: string) => {
    field.change(visit.id, (now) => ({ ...now, photos: now.photos.filter((photo) => photo.id !== id) }));
    void dropPhoto(id);
  };
  return (
    <fieldset className={classes.photos} aria-label={label}>
      {own.length > 0 && (
        <ul>
          {own.map((photo, at) => (
            <li key={photo.id}>
              <Picture id={photo.id} label={t('form.photo', { n: at + 1 })} />
              <button
                type="button"
                className={classes.dropPhoto}
                onClick={() => remove(photo.id)}
                aria-label={t('form.removePhoto', { n: at + 1 })}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      {own.length < MAX_PHOTOS ? (
        <div className={classes.pick}>
          <Pick label={t('form.takePhoto')} capture onPick={add} />
          <Pick label={t('form.choosePhoto')} onPick={add} />
        </div>
      ) : (
        <p className={classes.soft}>{t('form.photoLimit', { max: MAX_PHOTOS })}</p>
      )}
    </fieldset>
  );
};

const Pick = ({ label, capture, onPick }: { label: string; capture?: boolean; onPick: (files: File[]) => Promise<void> }) => (
  <label className={classes.pickOne}>
    <input
      type="file"
      accept={PHOTO_ACCEPT}
      multiple={!capture}
      capture={capture ? 'environment' : undefined}
      className="visually-hidden"
      onChange={(event) => {
        const input = event.currentTarget;
        void onPick([...(input.files ?? [])]).then(() => {
          input.value = '';
        });
      }}
    />
    <span>{label}</span>
  </label>
);

const Picture = ({ id, label }: { id: string; label: string }) => {
  const [src, setSrc] = useState('');
  useEffect(() => {
    let url = '';
    let gone = false;
    void findPhoto(id).then((picture) => {
      if (!picture || gone) return;
      url = URL.createObjectURL(picture);
      setSrc(url);
    });
    return () => {
      gone = true;
      URL.revokeObjectURL(url);
    };
  }, [id]);
  return src === '' ? <span className={classes.noPicture}>{label}</span> : <img src={src} alt={label} width={96} height={96} />;
};
