package org.fourplusone.industry.imports;

import org.fourplusone.industry.imports.Column.Form;
import org.fourplusone.starter.text.Text;

/** Columns that several kinds of files have. */
final class Columns {

    static final Column CREDIT_CODE = Column.of(
                    "creditCode", "统一社会信用代码", "Credit code", Form.CODE, Text.of("必填，18位", "needed, 18 characters"))
            .needed();

    private Columns() {}
}
