package org.fourplusone.industry.sample;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.fourplusone.industry.enterprise.Closures.Closure;
import org.fourplusone.industry.enterprise.Enterprise;
import org.fourplusone.industry.enterprise.FormerNames;
import org.fourplusone.industry.fact.Fact;
import org.fourplusone.industry.project.ProjectFile;
import org.fourplusone.industry.report.Report;

/** SHA-256 over all that a register delivers, without the moment of loading: two runs with one seed must agree. */
final class Digest implements SampleRegister.Taker {

    private final MessageDigest sha256;

    Digest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void enterprises(List<Enterprise> enterprises) {
        enterprises.forEach(enterprise -> add(enterprise.toString()));
    }

    @Override
    public void formerNames(List<FormerNames.Row> names) {
        names.forEach(name -> add(name.toString()));
    }

    @Override
    public void closures(List<Closure> closures) {
        closures.forEach(closure -> add(closure.toString()));
    }

    @Override
    public void facts(String creditCode, long changeNumber, List<Fact> facts) {
        facts.forEach(fact -> add(fact.key() + fact.record() + fact.period() + fact.value() + fact.verified()));
    }

    @Override
    public void reports(List<Report> reports) {
        for (Report report : reports) {
            add(report.creditCode());
            ByteBuffer numbers = ByteBuffer.allocate(8 * (2 + report.values().length + report.bases().length));
            numbers.putLong(report.year()).putLong(report.month());
            Arrays.stream(report.values()).forEach(numbers::putLong);
            Arrays.stream(report.bases()).forEach(numbers::putLong);
            sha256.update(numbers.flip());
        }
    }

    @Override
    public void projects(List<ProjectFile> projects) {
        projects.forEach(project -> add(project.toString()));
    }

    @Override
    public void portionDone(int enterprises) {}

    private void add(String text) {
        sha256.update(text.getBytes(StandardCharsets.UTF_8));
        sha256.update((byte) '\n');
    }

    String hex() {
        return HexFormat.of().formatHex(sha256.digest());
    }
}
