/** A QR code made on the server (a `data:` address); the text says what it holds for those who cannot scan. */
export const QrImage = ({ src, alt, size = 128 }: { src: string; alt: string; size?: number }) => (
  <img src={src} alt={alt} width={size} height={size} style={{ display: 'block', imageRendering: 'pixelated' }} />
);
