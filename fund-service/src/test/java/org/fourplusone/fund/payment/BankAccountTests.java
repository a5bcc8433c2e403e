package org.fourplusone.fund.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.fourplusone.starter.problem.FieldProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BankAccountTests {

    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
    private static final String NEWER = "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=";

    @ParameterizedTest
    @CsvSource({"31365102701,2,313651027012", "40279560239,4,402795602394", "31352200411,3,313522004113"})
    void computesTheCheckDigitOfTheWorkedExamples(String first, int check, String code) {
        assertThat(Cnaps.checkDigit(first)).isEqualTo(check);
        assertThat(Cnaps.hasGoodCheckDigit(code)).isTrue();
    }

    @Test
    void everyChangedDigitBreaksTheCheck() {
        String good = "313651027012";
        for (int position = 0; position < 12; position++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                String other = good.substring(0, position) + digit + good.substring(position + 1);
                assertThat(Cnaps.hasGoodCheckDigit(other)).as(other).isEqualTo(other.equals(good));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "聊城示例钢管制造有限公司, 聊城示例钢管制造有限公司, true",
        "示例（山东）有限公司, 示例(山东)有限公司, true",
        "' 示例 （山东） 有限公司　', 示例(山东)有限公司, true",
        "ＡＢＣ有限公司, abc有限公司, true",
        "示例山东有限公司, 示例(山东)有限公司, false",
        "示例(山东)有限责任公司, 示例(山东)有限公司, false",
        "'', 示例, false"
    })
    void comparesTheHolderWithTheRegisteredName(String holder, String registered, boolean same) {
        assertThat(AccountHolder.isSame(holder, registered)).isEqualTo(same);
    }

    @Test
    void namesEveryMemberThatCannotBeUsed() {
        assertThat(BankAccount.of("", "12x4", null, "123").problems())
                .extracting(FieldProblem::field)
                .containsExactly("account.name", "account.number", "account.bank", "account.cnaps");
        BankAccount good = BankAccount.of("示例公司", "6222 0012 3456 7890", "示例银行", "313651027012");
        assertThat(good.problems()).isEmpty();
        assertThat(good.masked()).isEqualTo("****7890");
        assertThat(good.toString()).doesNotContain("6222");
    }

    @Test
    void theVaultGivesBackWhatItTookAndNothingElse() {
        AccountVault vault = new AccountVault(KEY);
        byte[] stored = vault.lock("6222001234567890", "row-1");
        assertThat(vault.open(stored, "row-1")).isEqualTo("6222001234567890");
        assertThat(vault.lock("6222001234567890", "row-1")).isNotEqualTo(stored);
        assertThatIllegalStateException().isThrownBy(() -> vault.open(stored, "row-2"));
        for (int index = 0; index < stored.length; index++) {
            byte[] changed = stored.clone();
            changed[index] ^= 1;
            assertThatIllegalStateException().isThrownBy(() -> vault.open(changed, "row-1"));
        }
    }

    @Test
    void aNewKeyLocksAndTheOldOneStillOpensWhatItLocked() {
        byte[] old = new AccountVault(KEY).lock("6222001234567890", "row-1");
        AccountVault both = new AccountVault(NEWER + ", " + KEY);
        assertThat(both.hasOldKeys()).isTrue();
        assertThat(both.open(old, "row-1")).isEqualTo("6222001234567890");
        assertThat(Arrays.copyOf(old, both.mark().length)).isNotEqualTo(both.mark());
        byte[] fresh = both.lock("6222001234567890", "row-1");
        assertThat(fresh).startsWith(both.mark());
        assertThat(new AccountVault(NEWER).open(fresh, "row-1")).isEqualTo("6222001234567890");
        assertThatIllegalStateException().isThrownBy(() -> new AccountVault(KEY).open(fresh, "row-1"));
        assertThatIllegalStateException().isThrownBy(() -> new AccountVault(NEWER).open(old, "row-1"));
    }

    /** As rows were stored before keys had names. */
    @Test
    void aRowThatNamesNoKeyIsOpenedByWhicheverLockedIt() throws Exception {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        byte[] nonce = new byte[12];
        cipher.init(
                Cipher.ENCRYPT_MODE,
                new SecretKeySpec(Base64.getDecoder().decode(KEY), "AES"),
                new GCMParameterSpec(128, nonce));
        cipher.updateAAD("row-1".getBytes(StandardCharsets.UTF_8));
        byte[] secret = cipher.doFinal("6222001234567890".getBytes(StandardCharsets.US_ASCII));
        byte[] stored = ByteBuffer.allocate(13 + secret.length)
                .put((byte) 1)
                .put(nonce)
                .put(secret)
                .array();
        assertThat(new AccountVault(NEWER + "," + KEY).open(stored, "row-1")).isEqualTo("6222001234567890");
        assertThatIllegalStateException().isThrownBy(() -> new AccountVault(NEWER).open(stored, "row-1"));
    }

    @Test
    void theVaultRefusesAWeakKey() {
        assertThatIllegalArgumentException().isThrownBy(() -> new AccountVault(KEY + ","));
        assertThatIllegalArgumentException().isThrownBy(() -> new AccountVault(""));
        assertThatIllegalArgumentException().isThrownBy(() -> new AccountVault("not base64!"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AccountVault(Base64.getEncoder().encodeToString(new byte[16])));
    }
}
