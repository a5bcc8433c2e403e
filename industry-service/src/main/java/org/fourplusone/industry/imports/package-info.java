/** Files of enterprises, facts, projects and reports: checked as a whole, shown as changes, then applied in one transaction. */
@NullMarked
package org.fourplusone.industry.imports;

import org.jspecify.annotations.NullMarked;
