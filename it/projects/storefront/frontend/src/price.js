const EUROS = new Intl.NumberFormat('en', { style: 'currency', currency: 'EUR' });

/** An amount as people write it. */
export function price(cents) {
  return EUROS.format(cents / 100);
}
