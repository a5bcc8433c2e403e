package org.fourplusone.industry.confidentiality;

/** Why a group is hidden. */
public enum Reason {
    /** One or two enterprises. */
    FEW,
    /** One enterprise has more than 85 %. */
    DOMINANT,
    /** It would give another group or an enterprise away. */
    SECONDARY
}
