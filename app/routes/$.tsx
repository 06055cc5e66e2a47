import { data } from '@remix-run/node';

/** No page has this address: the root's error page says so, whatever the method was. */
const noSuchPage = () => data(null, { status: 404 });

export const loader = () => {
  throw noSuchPage();
};

export const action = () => {
  throw noSuchPage();
};

export default function NotFoundPage() {
  return null;
}
