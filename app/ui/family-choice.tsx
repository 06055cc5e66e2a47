import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { SUBMITTABLE_FAMILIES, type SubmittableFamily } from '~/domain/certificate/certificate';
import classes from './certificates.module.css';

/** The kinds of certificates, each with what tells it apart: the first step of entering one. */
export const FamilyChoice = ({ to }: { to: (family: SubmittableFamily) => string }) => {
  const { t } = useTranslation('certificate');
  return (
    <ul className={classes.families}>
      {SUBMITTABLE_FAMILIES.map((family) => (
        <li key={family}>
          <Link to={to(family)}>
            <strong>{t(`family.${family}`)}</strong>
            <span>{t(`familyHint.${family}`)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
};
