import { generate } from 'selfsigned';

interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** A certificate authority, which a computer may trust or not. */
export interface CertificateMaker {
  /** Its own certificate (PEM). */
  readonly cert: string;
  /** One for a host, valid from a year ago for this many days from now. */
  readonly make: (host: string, days?: number) => Promise<Certificate>;
}

const DAY = 86_400_000;

export async function certificateMaker(): Promise<CertificateMaker> {
  const notBeforeDate = new Date(Date.now() - 365 * DAY);
  const until = (days: number): Date => new Date(Date.now() + days * DAY);
  const own = await generate([{ name: 'commonName', value: 'A maker of certificates' }], {
    notBeforeDate,
    notAfterDate: until(30),
    extensions: [{ name: 'basicConstraints', cA: true, critical: true }],
  });
  return {
    cert: own.cert,
    make: async (host, days = 30) => {
      const { private: key, cert } = await generate([{ name: 'commonName', value: host }], {
        notBeforeDate,
        notAfterDate: until(days),
        ca: { key: own.private, cert: own.cert },
        extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: host }] }],
      });
      return { key, cert };
    },
  };
}
