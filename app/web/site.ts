/** What the foot of a government site states (国办发〔2017〕47号); an empty part is left out. */
export interface SiteDetails {
  host: string;
  organiser: string;
  phone: string;
  siteCode: string;
  icp: string;
  police: string;
}
