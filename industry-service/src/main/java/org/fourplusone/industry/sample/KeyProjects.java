package org.fourplusone.industry.sample;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.fourplusone.industry.project.Project;
import org.fourplusone.industry.project.Project.Level;
import org.fourplusone.industry.project.Project.Stage;
import org.fourplusone.starter.money.Money;

/** Draws as many key projects as the published account names: 105 on three levels, 62 of them in implementation. */
final class KeyProjects {

    private static final String[] WORKS = {"智能工厂", "扩产", "研发中心", "产业园", "数字化车间", "配套基地", "升级改造"};

    private KeyProjects() {}

    static List<Project> draw(long seed, YearMonth last, List<Firm> owners) {
        List<Project> projects = new ArrayList<>();
        for (int number = 1; number <= 105; number++) {
            Draw draw = new Draw(seed + 4, number);
            Firm owner = owners.get(draw.between(0, owners.size() - 1));
            Level level = number <= 18 ? Level.PROVINCE : number <= 50 ? Level.CITY : Level.ZONE;
            Stage stage = number % 5 == 0 || number % 5 == 2 && number < 106 - 4 ? Stage.PREPARING : Stage.IMPLEMENTING;
            if (stage == Stage.IMPLEMENTING && draw.happens(0.44)) {
                stage = Stage.COMPLETED;
            }
            long total = Firms.hundreds(draw.onLogScale(60_000_000, 2_000_000_000));
            long plan = Firms.hundreds(total * draw.between(0.12, 0.34));
            double progress = last.getMonthValue() / 12.0 * draw.between(0.55, 1.25);
            long done = stage == Stage.PREPARING ? 0 : Firms.hundreds(plan * Math.min(1.1, progress));
            int year = last.getYear();
            projects.add(new Project(
                    "KP-" + year + "-" + FirmRecords.serial(number, 3),
                    owner.enterprise().name().replace("有限公司", "") + WORKS[draw.between(0, WORKS.length - 1)] + "项目（示例）",
                    level,
                    owner.enterprise().cluster(),
                    owner.enterprise().creditCode(),
                    owner.enterprise().name(),
                    year,
                    stage,
                    Money.ofYuan(total),
                    Money.ofYuan(plan),
                    Money.ofYuan(done),
                    last.toString(),
                    stage == Stage.PREPARING ? null : LocalDate.of(year - draw.between(0, 1), draw.between(1, 6), 18),
                    stage == Stage.COMPLETED ? last.atDay(draw.between(1, 28)) : null,
                    true));
        }
        return projects;
    }
}
