import { paths } from '~/web/paths';
import classes from './visit.module.css';

/** Photos as small pictures that open larger; each says what it is of. */
export const GuidancePhotos = ({ ids, alt }: { ids: readonly string[]; alt: (n: number) => string }) =>
  ids.length === 0 ? null : (
    <ul className={classes.photos}>
      {ids.map((id, at) => (
        <li key={id}>
          <a href={paths.guidancePhoto(id)} target="_blank" rel="noreferrer">
            <img src={paths.guidancePhoto(id)} alt={alt(at + 1)} loading="lazy" />
          </a>
        </li>
      ))}
    </ul>
  );
