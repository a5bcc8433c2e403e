package org.fourplusone.industry.sample;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.fourplusone.industry.project.Project;
import org.fourplusone.industry.project.Project.Level;
import org.fourplusone.industry.project.Project.Stage;
import org.fourplusone.industry.project.ProjectFile;
import org.fourplusone.industry.project.ProjectFile.Member;
import org.fourplusone.industry.project.ProjectFile.Milestone;
import org.fourplusone.industry.project.ProjectFile.Post;
import org.fourplusone.starter.money.Money;

/** Draws as many key projects as the published account names: 105 on three levels, 62 of them in implementation. */
final class KeyProjects {

    private static final String[] WORKS = {"智能工厂", "扩产", "研发中心", "产业园", "数字化车间", "配套基地", "升级改造"};

    private static final String[] DEPARTMENTS = {"经济发展部（示例）", "科技创新部（示例）", "投资促进部（示例）", "建设管理部（示例）"};
    private static final String[] APPROVERS = {"自然资源和规划（示例）", "行政审批（示例）", "生态环境（示例）", "应急管理（示例）"};

    private KeyProjects() {}

    static List<ProjectFile> draw(long seed, YearMonth last, List<Firm> owners) {
        List<ProjectFile> projects = new ArrayList<>();
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
            Project project = new Project(
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
                    true);
            Draw parts = new Draw(seed + 9, number);
            List<Milestone> months = months(project, last, parts);
            projects.add(new ProjectFile(project, months, team(number, parts), 1));
        }
        return projects;
    }

    /** The year's plan and what is done of it, parted over the months; some projects have stood still of late. */
    private static List<Milestone> months(Project project, YearMonth last, Draw draw) {
        long[] plan = parted(project.yearPlan().fen(), 12, 12, draw);
        boolean idle = project.stage() == Stage.IMPLEMENTING && draw.happens(0.08) && last.getMonthValue() > 6;
        long[] done =
                parted(project.yearDone().fen(), last.getMonthValue(), last.getMonthValue() - (idle ? 4 : 0), draw);
        List<Milestone> months = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            months.add(new Milestone(
                    YearMonth.of(last.getYear(), month).toString(),
                    Money.ofFen(plan[month - 1]),
                    month <= last.getMonthValue() ? Money.ofFen(done[month - 1]) : null));
        }
        return months;
    }

    /** An amount over so many months, of which only the first few have any of it; exact to the fen. */
    private static long[] parted(long amount, int months, int used, Draw draw) {
        long[] weights = new long[months];
        long sum = 0;
        for (int i = 0; i < used; i++) {
            weights[i] = draw.between(60, 140);
            sum += weights[i];
        }
        long[] parts = new long[months];
        long left = amount;
        for (int i = 0; i < used; i++) {
            parts[i] = i == used - 1 ? left : amount / sum * weights[i] / 10_000 * 10_000;
            left -= parts[i];
        }
        return parts;
    }

    private static List<Member> team(int number, Draw draw) {
        String serial = FirmRecords.serial(number, 3);
        List<Member> team = new ArrayList<>();
        team.add(new Member(Post.LEADER, "示例领导" + serial.charAt(2), "管委会（示例）", null));
        team.add(new Member(Post.DEPARTMENT, DEPARTMENTS[draw.between(0, DEPARTMENTS.length - 1)], null, null));
        team.add(new Member(Post.SPECIALIST, "示例专员" + serial, "项目服务中心（示例）", "0635-0000" + serial));
        int approving = draw.between(1, APPROVERS.length);
        for (int i = 0; i < approving; i++) {
            team.add(new Member(Post.APPROVAL, APPROVERS[i], null, null));
        }
        return team;
    }
}
