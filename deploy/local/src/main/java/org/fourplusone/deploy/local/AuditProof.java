package org.fourplusone.deploy.local;

import java.nio.file.Path;

/** Proves that the audit of a restored schema is whole. */
interface AuditProof {

    /** @throws Trouble when it is not */
    void require(Schema schema, Program program, StateFolder state, Path log);
}
