-- How long each kind of record is kept. Years are data; what a kind's clock starts from and how it is erased is in the program.
CREATE TABLE retention_kind (
  code     VARCHAR(20)  COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
  position INT          NOT NULL,
  title_zh VARCHAR(100) NOT NULL,
  title_en VARCHAR(100) NOT NULL,
  years    INT          NULL COMMENT 'null: for ever',
  since_zh VARCHAR(100) NOT NULL COMMENT 'what the years are counted from',
  since_en VARCHAR(100) NOT NULL,
  basis_zh VARCHAR(200) NOT NULL,
  basis_en VARCHAR(200) NOT NULL,
  disposal VARCHAR(10)  COLLATE utf8mb4_bin NOT NULL COMMENT 'ARCHIVE: handed to the archive, never deleted here; ERASE: personal data and drafts',
  CONSTRAINT retention_years CHECK (years IS NULL OR years > 0),
  CONSTRAINT retention_disposal CHECK (disposal IN ('ARCHIVE', 'ERASE'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

INSERT INTO retention_kind (code, position, title_zh, title_en, years, since_zh, since_en, basis_zh, basis_en, disposal) VALUES
  ('VOUCHER',       1, '记账凭证与账簿', 'Vouchers and ledgers', 30, '会计年度终了', 'End of the budget year', '会计档案管理办法(财政部、国家档案局令第79号)', 'Measures for Accounting Archives (Order 79)', 'ARCHIVE'),
  ('BANK_FILE',     2, '银行回单与对账单', 'Bank answers and statements', 10, '会计年度终了', 'End of the budget year', '会计档案管理办法(财政部、国家档案局令第79号)', 'Measures for Accounting Archives (Order 79)', 'ARCHIVE'),
  ('ANNUAL_ACCOUNT',3, '年度财务会计报告', 'Annual accounts', NULL, '会计年度终了', 'End of the budget year', '会计档案管理办法(财政部、国家档案局令第79号)', 'Measures for Accounting Archives (Order 79)', 'ARCHIVE'),
  ('FUNDED_CASE',   4, '获支持的申报案卷', 'Cases that were paid', 30, '办结', 'Closing of the case', '随所附记账凭证', 'As the vouchers they belong to', 'ARCHIVE'),
  ('UNFUNDED_CASE', 5, '未获支持的申报案卷', 'Cases that were not supported', 10, '终结', 'End of the case', '本系统规定,可由档案主管部门调整', 'Rule of this system, for the archive authority to change', 'ARCHIVE'),
  ('AUDIT',         6, '审计记录', 'Audit records', 30, '记录之时', 'The moment of the record', '随记账凭证', 'As the vouchers', 'ARCHIVE'),
  ('CONTACT',       7, '申报联系人信息', 'Contacts of a filing', 3, '案卷终结', 'End of the case', '个人信息保护法第十九条、第四十七条', 'Personal Information Protection Law, Art. 19 and 47', 'ERASE'),
  ('OBJECTOR',      8, '异议人姓名与联系方式', 'Name and contact of objectors', 3, '异议收到', 'Receipt of the objection', '个人信息保护法第十九条、第四十七条', 'Personal Information Protection Law, Art. 19 and 47', 'ERASE'),
  ('DRAFT',         9, '从未提交的草稿', 'Drafts that were never submitted', 1, '撤回或失效', 'Withdrawal or lapse', '本系统规定', 'Rule of this system', 'ERASE');
