const PERCENT = 100;

/** 0–100, whole; calls that came since the order was taken do not carry it past its end. */
export const exportPercent = ({ totalRows, doneRows }: { totalRows: number; doneRows: number }): number =>
  totalRows === 0 ? 0 : Math.min(PERCENT, Math.floor((PERCENT * doneRows) / totalRows));
