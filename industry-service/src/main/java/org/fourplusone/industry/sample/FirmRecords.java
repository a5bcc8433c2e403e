package org.fourplusone.industry.sample;

import org.fourplusone.industry.fact.Fact.RecordRef;

/** Draws a sample enterprise's honours, projects, loans and leases. */
final class FirmRecords {

    private final int policyYear;
    private final SampleTables tables;

    FirmRecords(int policyYear, SampleTables tables) {
        this.policyYear = policyYear;
        this.tables = tables;
    }

    /** Honours; says whether one of them makes the enterprise a valid high-tech enterprise (three years). */
    boolean honours(Firm firm, Draw draw, FactList list) {
        boolean known = draw.happens(firm.group().recordsKnown);
        boolean highTech = false;
        int count = 0;
        for (SampleTables.HonourRow row : tables.honours) {
            if (!row.isAbout(firm.group(), firm.enterprise().cluster()) || !draw.happens(row.share()) || !known) {
                continue;
            }
            count++;
            RecordRef honour = new RecordRef("HONOUR", "H-" + serial(firm.number(), 5) + "-" + count);
            boolean verified = draw.happens(firm.group().verified);
            int year = policyYear + Integer.parseInt(row.years().pick(draw));
            list.add("honour.kind", honour, row.kind(), verified);
            list.add("honour.year", honour, String.valueOf(year), verified);
            if (row.levels() != null && draw.happens(0.95)) {
                list.add("honour.level", honour, row.levels().pick(draw), verified);
            }
            if (row.kind().equals("CARRIER") && draw.happens(0.94)) {
                list.add("honour.rating", honour, draw.happens(0.7) ? "GOOD" : "PASS", verified);
            }
            String object = "示例-" + row.kind() + "-" + serial(firm.number(), 5) + "-" + count;
            list.add("honour.object", honour, object, verified);
            highTech |= row.kind().equals("HNTE");
        }
        if (known && count == 0) {
            list.none("HONOUR");
        }
        return highTech;
    }

    /** Projects, and loans of which some are for a project. */
    void projectsAndLoans(Firm firm, Draw draw, FactList list) {
        double share =
                switch (firm.group()) {
                    case ABOVE_SCALE -> 0.46;
                    case PIPE_MAKER -> 0.12;
                    case PIPE_TRADER, BUILDING_TENANT -> 0.01;
                };
        String upgraded = "";
        boolean known = draw.happens(firm.group().recordsKnown);
        if (draw.happens(share)) {
            int count = firm.group() == Group.ABOVE_SCALE ? draw.between(1, 3) : 1;
            for (int i = 1; i <= count; i++) {
                RecordRef project = new RecordRef("PROJECT", "P-" + serial(firm.number(), 5) + "-" + i);
                upgraded = project(firm, project, draw, list) ? project.ref() : upgraded;
            }
        } else if (known) {
            list.none("PROJECT");
        }
        loans(firm, upgraded, draw, list);
    }

    /** One project; says whether it is a technical upgrade. */
    private boolean project(Firm firm, RecordRef project, Draw draw, FactList list) {
        boolean verified = draw.happens(firm.group().verified);
        int type = firm.isIndustry()
                ? draw.weighted(new int[] {25, 45, 12, 10, 8})
                : 2 + draw.weighted(new int[] {4, 5, 1});
        String[] names = {"新建生产基地", "技术改造", "多层标准厂房", "闲置厂房盘活", "再融资扩产"};
        boolean thisYear = draw.happens(0.55);
        int started =
                type == 1 ? policyYear - draw.between(0, 1) : thisYear ? policyYear : policyYear - draw.between(1, 3);
        boolean completed = type == 1 ? draw.happens(0.75) : draw.happens(0.3);
        double scale = firm.group() == Group.ABOVE_SCALE ? 1 : 0.06;
        double investment = draw.onLogScale(20_000_000, 900_000_000) * scale;
        list.add("project.name", project, "示例" + names[type] + "项目", verified);
        if (draw.happens(0.96)) {
            list.add("project.filed", project, String.valueOf(draw.happens(0.93)), verified);
        }
        list.add("project.startedInYear", project, String.valueOf(started), verified);
        list.add("project.started", project, "true", verified);
        list.add("project.completed", project, String.valueOf(completed), verified);
        if (completed) {
            int year =
                    type == 1 && draw.happens(0.75) ? policyYear : Math.max(started, policyYear - draw.between(0, 1));
            list.add("project.completedInYear", project, String.valueOf(year), verified);
        }
        list.add("project.plannedInvestment", project, Firms.hundreds(investment), verified);
        if (draw.happens(0.9)) {
            boolean audited = type != 1 && type != 3;
            list.add(
                    "project.fixedAssetInvestment", project, audited ? Firms.hundreds(investment * 0.97) : 0, verified);
            list.add("project.intensityPerMu", project, Firms.hundreds(draw.onLogScale(600_000, 6_000_000)), verified);
        }
        if (draw.happens(0.92)) {
            double spent = type == 1 ? draw.onLogScale(1_500_000, 40_000_000) * Math.max(scale, 0.2) : 0;
            list.add("project.equipmentSoftwareSpend", project, Firms.hundreds(spent), verified);
        }
        if (draw.happens(0.92)) {
            double area = type == 2 ? Math.round(draw.onLogScale(6_000, 42_000) * Math.max(scale, 0.3)) : 0;
            list.add("project.plannedFloorArea", project, area, verified);
            list.add("project.factoryFloorArea", project, completed ? area : 0, verified);
        }
        if (draw.happens(0.92)) {
            double area = type == 3 ? Math.round(draw.onLogScale(900, 16_000)) : 0;
            list.add("project.revivedArea", project, area, verified);
            list.add("project.revivedInYear", project, String.valueOf(started), verified);
        }
        if (draw.happens(0.92)) {
            double raised = type == 4 ? Firms.hundreds(investment * draw.between(0.3, 0.9)) : 0;
            list.add("project.refinanceInvestedInZone", project, raised, verified);
        }
        return type == 1;
    }

    private void loans(Firm firm, String upgraded, Draw draw, FactList list) {
        double share =
                switch (firm.group()) {
                    case ABOVE_SCALE -> 0.42;
                    case PIPE_MAKER -> 0.28;
                    case PIPE_TRADER, BUILDING_TENANT -> 0.04;
                };
        boolean known = draw.happens(firm.group().recordsKnown);
        if (!draw.happens(share)) {
            if (known) {
                list.none("LOAN");
            }
            return;
        }
        int count = firm.group() == Group.ABOVE_SCALE ? draw.between(1, 2) : 1;
        for (int i = 1; i <= count; i++) {
            RecordRef loan = new RecordRef("LOAN", "L-" + serial(firm.number(), 5) + "-" + i);
            boolean verified = draw.happens(firm.group().verified);
            String purpose = !upgraded.isEmpty() && i == 1
                    ? "TECH_UPGRADE"
                    : draw.happens(0.35) ? "TECH" : draw.happens(0.7) ? "WORKING_CAPITAL" : "OTHER";
            double principal = Firms.hundreds(draw.onLogScale(400_000, Math.max(1_000_000, firm.revenue() / 4.0)));
            int months = draw.between(3, 12);
            list.add("loan.purpose", loan, purpose, verified);
            if (purpose.equals("TECH_UPGRADE") && draw.happens(0.94)) {
                list.add("loan.project", loan, upgraded, verified);
            }
            if (draw.happens(0.94)) {
                list.add("loan.lprInterestPaid", loan, Firms.hundreds(principal * 0.031 * months / 12), verified);
                list.add("loan.principalYears", loan, Firms.hundreds(principal * months / 12), verified);
            }
            list.add("loan.isFirstLoan", loan, String.valueOf(draw.happens(0.3)), verified);
            if (draw.happens(0.94)) {
                double fee = draw.happens(0.4) ? Firms.hundreds(principal * draw.between(0.005, 0.015)) : 0;
                list.add("loan.guaranteeFee", loan, fee, verified);
            }
            list.add("loan.monthsInYear", loan, months, verified);
            list.add("loan.monthsSubsidisedBefore", loan, draw.happens(0.8) ? 0 : draw.between(6, 36), verified);
        }
    }

    void leases(Firm firm, Draw draw, FactList list) {
        double share = firm.group() == Group.BUILDING_TENANT ? 0.18 : firm.group() == Group.ABOVE_SCALE ? 0.12 : 0.01;
        boolean known = draw.happens(firm.group().recordsKnown);
        if (!draw.happens(share)) {
            if (known) {
                list.none("LEASE");
            }
            return;
        }
        RecordRef lease = new RecordRef("LEASE", "R-" + serial(firm.number(), 5) + "-1");
        boolean verified = draw.happens(firm.group().verified);
        int area = draw.between(40, 1300);
        int months = draw.between(4, 12);
        list.add("lease.area", lease, area, verified);
        list.add("lease.months", lease, months, verified);
        list.add("lease.monthsSubsidisedBefore", lease, draw.happens(0.7) ? 0 : draw.between(6, 36), verified);
        if (draw.happens(0.92)) {
            list.add("lease.rentPaid", lease, Firms.hundreds(area * months * draw.between(18.0, 42.0)), verified);
        }
    }

    static String serial(int number, int digits) {
        String text = String.valueOf(number);
        return "0".repeat(digits - text.length()) + text;
    }
}
