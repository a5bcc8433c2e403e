package org.fourplusone.fund.filing;

/** What is kept in memory of many filings, and takes long to read for the first time. */
public interface ReadAhead {

    /** Reads what will be asked for. */
    void readAhead();
}
