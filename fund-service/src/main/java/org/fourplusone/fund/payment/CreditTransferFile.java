package org.fourplusone.fund.payment;

import com.prowidesoftware.swift.model.mx.MxPain00100109;
import com.prowidesoftware.swift.model.mx.MxWriteConfiguration;
import com.prowidesoftware.swift.model.mx.dic.AccountIdentification4Choice;
import com.prowidesoftware.swift.model.mx.dic.ActiveOrHistoricCurrencyAndAmount;
import com.prowidesoftware.swift.model.mx.dic.AmountType4Choice;
import com.prowidesoftware.swift.model.mx.dic.BranchAndFinancialInstitutionIdentification6;
import com.prowidesoftware.swift.model.mx.dic.CashAccount38;
import com.prowidesoftware.swift.model.mx.dic.ChargeBearerType1Code;
import com.prowidesoftware.swift.model.mx.dic.ClearingSystemIdentification2Choice;
import com.prowidesoftware.swift.model.mx.dic.ClearingSystemMemberIdentification2;
import com.prowidesoftware.swift.model.mx.dic.CreditTransferTransaction34;
import com.prowidesoftware.swift.model.mx.dic.CustomerCreditTransferInitiationV09;
import com.prowidesoftware.swift.model.mx.dic.DateAndDateTime2Choice;
import com.prowidesoftware.swift.model.mx.dic.FinancialInstitutionIdentification18;
import com.prowidesoftware.swift.model.mx.dic.GenericAccountIdentification1;
import com.prowidesoftware.swift.model.mx.dic.GroupHeader85;
import com.prowidesoftware.swift.model.mx.dic.PartyIdentification135;
import com.prowidesoftware.swift.model.mx.dic.PaymentIdentification6;
import com.prowidesoftware.swift.model.mx.dic.PaymentInstruction30;
import com.prowidesoftware.swift.model.mx.dic.PaymentMethod3Code;
import com.prowidesoftware.swift.model.mx.dic.RemittanceInformation16;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.fourplusone.starter.money.Money;

/**
 * A batch as ISO 20022 {@code pain.001.001.09}: one payment instruction, one credit transfer for each payment, banks named
 * by their CNAPS code. The same batch gives the same bytes every time.
 */
final class CreditTransferFile {

    /** The clearing system code of CNAPS in ISO 20022's external code list. */
    private static final String CNAPS = "CNAPS";

    private static final int NAME = 140;

    private CreditTransferFile() {}

    /**
     * @param endToEndId 1 to 35 characters, its own for each attempt to pay
     * @param purpose what the money is for, shown to the receiver
     */
    record Transfer(String endToEndId, Money amount, BankAccount receiver, String purpose) {}

    /**
     * @param messageId 1 to 35 characters, its own for each batch
     * @param executeOn the day the bank is asked to pay
     * @throws IllegalArgumentException when there is no transfer
     */
    static String write(
            String messageId, Instant createdAt, LocalDate executeOn, BankAccount payer, List<Transfer> transfers) {
        if (transfers.isEmpty()) {
            throw new IllegalArgumentException("a batch without payments");
        }
        Money sum = transfers.stream().map(Transfer::amount).reduce(Money.ZERO, Money::plus);
        String count = Integer.toString(transfers.size());
        GroupHeader85 header = new GroupHeader85()
                .setMsgId(messageId)
                .setCreDtTm(createdAt.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC))
                .setNbOfTxs(count)
                .setCtrlSum(sum.yuan())
                .setInitgPty(party(payer));
        PaymentInstruction30 instruction = new PaymentInstruction30()
                .setPmtInfId(messageId)
                .setPmtMtd(PaymentMethod3Code.TRF)
                .setBtchBookg(false)
                .setNbOfTxs(count)
                .setCtrlSum(sum.yuan())
                .setReqdExctnDt(new DateAndDateTime2Choice().setDt(executeOn))
                .setDbtr(party(payer))
                .setDbtrAcct(account(payer))
                .setDbtrAgt(agent(payer))
                .setChrgBr(ChargeBearerType1Code.DEBT);
        transfers.forEach(transfer -> instruction.addCdtTrfTxInf(transaction(transfer)));
        MxPain00100109 message = new MxPain00100109()
                .setCstmrCdtTrfInitn(new CustomerCreditTransferInitiationV09()
                        .setGrpHdr(header)
                        .addPmtInf(instruction));
        MxWriteConfiguration configuration = new MxWriteConfiguration();
        configuration.documentPrefix = null;
        configuration.includeXMLDeclaration = true;
        return message.message(configuration);
    }

    private static CreditTransferTransaction34 transaction(Transfer transfer) {
        return new CreditTransferTransaction34()
                .setPmtId(new PaymentIdentification6()
                        .setInstrId(transfer.endToEndId())
                        .setEndToEndId(transfer.endToEndId()))
                .setAmt(new AmountType4Choice()
                        .setInstdAmt(new ActiveOrHistoricCurrencyAndAmount()
                                .setValue(transfer.amount().yuan())
                                .setCcy("CNY")))
                .setCdtrAgt(agent(transfer.receiver()))
                .setCdtr(party(transfer.receiver()))
                .setCdtrAcct(account(transfer.receiver()))
                .setRmtInf(new RemittanceInformation16().addUstrd(cut(transfer.purpose())));
    }

    private static PartyIdentification135 party(BankAccount account) {
        return new PartyIdentification135().setNm(cut(account.name()));
    }

    private static CashAccount38 account(BankAccount account) {
        return new CashAccount38()
                .setId(new AccountIdentification4Choice()
                        .setOthr(new GenericAccountIdentification1().setId(account.number())))
                .setCcy("CNY");
    }

    private static BranchAndFinancialInstitutionIdentification6 agent(BankAccount account) {
        return new BranchAndFinancialInstitutionIdentification6()
                .setFinInstnId(new FinancialInstitutionIdentification18()
                        .setClrSysMmbId(new ClearingSystemMemberIdentification2()
                                .setClrSysId(new ClearingSystemIdentification2Choice().setCd(CNAPS))
                                .setMmbId(account.cnaps()))
                        .setNm(cut(account.bank())));
    }

    private static String cut(String text) {
        return text.length() <= NAME ? text : text.substring(0, NAME);
    }
}
