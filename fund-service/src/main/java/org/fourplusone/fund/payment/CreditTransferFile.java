package org.fourplusone.fund.payment;

import com.prowidesoftware.swift.model.mx.MinimumEscapeHandler;
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
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.fourplusone.starter.money.Money;
import org.springframework.stereotype.Component;

/**
 * A batch as ISO 20022 {@code pain.001.001.09}: one payment instruction, one credit transfer for each payment, banks named
 * by their CNAPS code. The same batch gives the same bytes every time.
 */
@Component
class CreditTransferFile implements BatchOutput {

    /** The clearing system code of CNAPS in ISO 20022's external code list. */
    private static final String CNAPS = "CNAPS";

    private static final int NAME = 140;

    @Override
    public Kind kind() {
        return Kind.PAIN_001;
    }

    @Override
    public byte[] write(PaymentOrder order) {
        BankAccount payer = order.payer();
        String messageId = order.messageId();
        Money sum = order.sum();
        String count = Integer.toString(order.transfers().size());
        GroupHeader85 header = new GroupHeader85()
                .setMsgId(messageId)
                .setCreDtTm(order.createdAt().truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC))
                .setNbOfTxs(count)
                .setCtrlSum(sum.yuan())
                .setInitgPty(party(payer));
        PaymentInstruction30 instruction = new PaymentInstruction30()
                .setPmtInfId(messageId)
                .setPmtMtd(PaymentMethod3Code.TRF)
                .setBtchBookg(false)
                .setNbOfTxs(count)
                .setCtrlSum(sum.yuan())
                .setReqdExctnDt(new DateAndDateTime2Choice().setDt(order.executeOn()))
                .setDbtr(party(payer))
                .setDbtrAcct(account(payer))
                .setDbtrAgt(agent(payer))
                .setChrgBr(ChargeBearerType1Code.DEBT);
        order.transfers().forEach(transfer -> instruction.addCdtTrfTxInf(transaction(transfer)));
        MxPain00100109 message = new MxPain00100109()
                .setCstmrCdtTrfInitn(new CustomerCreditTransferInitiationV09()
                        .setGrpHdr(header)
                        .addPmtInf(instruction));
        MxWriteConfiguration configuration = new MxWriteConfiguration();
        configuration.documentPrefix = null;
        configuration.includeXMLDeclaration = true;
        configuration.escapeHandler = new MinimumEscapeHandler(); // the default breaks rare characters in two
        return message.message(configuration).getBytes(StandardCharsets.UTF_8);
    }

    private static CreditTransferTransaction34 transaction(PaymentOrder.Transfer transfer) {
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
        if (text.length() <= NAME) {
            return text;
        }
        boolean splits = Character.isHighSurrogate(text.charAt(NAME - 1));
        return text.substring(0, splits ? NAME - 1 : NAME);
    }
}
