package org.fourplusone.deploy.journeys;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The bank's answer to a transfer file, as a bank would write it. */
final class BankReport {

    private BankReport() {}

    /** A pain.002.001.10 report with the same status for every transaction of a pain.001 file. */
    static String pain002(String transfer, String status) {
        StringBuilder transactions = new StringBuilder();
        Matcher endToEnd = Pattern.compile("<[^>]*EndToEndId>([^<]+)<").matcher(transfer);
        while (endToEnd.find()) {
            transactions
                    .append("<TxInfAndSts><OrgnlEndToEndId>")
                    .append(endToEnd.group(1))
                    .append("</OrgnlEndToEndId><TxSts>")
                    .append(status)
                    .append("</TxSts></TxInfAndSts>");
        }
        Matcher message = Pattern.compile("<[^>]*MsgId>([^<]+)<").matcher(transfer);
        if (!message.find()) {
            throw new IllegalArgumentException("no message id in " + transfer);
        }
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>\
                <GrpHdr><MsgId>BANK-%1$s</MsgId><CreDtTm>2026-12-01T10:00:00Z</CreDtTm></GrpHdr>\
                <OrgnlGrpInfAndSts><OrgnlMsgId>%1$s</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId></OrgnlGrpInfAndSts>\
                <OrgnlPmtInfAndSts><OrgnlPmtInfId>%1$s</OrgnlPmtInfId>%2$s</OrgnlPmtInfAndSts>\
                </CstmrPmtStsRpt></Document>
                """.formatted(message.group(1), transactions);
    }
}
