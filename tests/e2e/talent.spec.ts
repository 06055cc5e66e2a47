import sharp from 'sharp';
import { db } from '#db/client';
import { aMajor, aProgrammePoint } from '#db/seed/builders/talent';
import { checkPage } from './support/check-page';
import { aStranger, aTraineeWhoSignsIn, dayFromNow, organisationOf, row, sql, unique } from './support/scene';
import { confirm, reloadUntilVisible } from './support/steps';
import { expect, test } from './support/test';

const aPhoto = () =>
  sharp({ create: { width: 640, height: 440, channels: 3, background: '#e8f1f2' } })
    .jpeg()
    .toBuffer();

test('a college enters a student, and the number of its district rises and opens to her', async ({ as }) => {
  const college = await organisationOf('yuanxiao');
  const major = await aMajor(db, { nameZh: `婴幼儿照护演示专业 ${unique()}`, childcareRelated: false });
  await aProgrammePoint(db, { collegeId: college.id, majorId: major.id });
  const her = aStranger();
  const enrolledOn = dayFromNow(-100);
  const year = enrolledOn.slice(0, 4);
  const studentNo = `E2E${unique()}`;
  const before = await row<{ n: number }>(sql`
    select coalesce(max(students), 0)::int as n from funnel_cell where college = ${college.id} and year = ${year}`);

  const page = await as('yuanxiao');
  await test.step('the college enters her by document, major and day', async () => {
    await page.goto('/provider/students');
    await checkPage(page);
    await page.getByRole('link', { name: '登记学生' }).first().click();
    // The address is there before the page: the list has a field for names too.
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('登记学生');
    await page.getByLabel('姓名', { exact: true }).fill(her.name);
    await page.getByLabel('证件号码').fill(her.idNumber);
    await page.getByLabel('专业').selectOption({ label: `${major.nameZh}（高职专科）` });
    await page.getByLabel('学号').fill(studentNo);
    await page.getByLabel('班级').fill('托育演示班');
    await page.getByLabel('入学日期').fill(dayFromNow(900));
    await page.getByRole('button', { name: '登记' }).click();
    await expect(page.getByText('入学日期在一年以后，请核对。').first()).toBeVisible();
    await checkPage(page);
    await page.getByLabel('入学日期').fill(enrolledOn);
    await page.getByRole('button', { name: '登记' }).click();
    await expect(page.getByText('已登记学生。')).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toContainText(her.name);
    await checkPage(page);
  });

  await test.step('she is in the list under its filters', async () => {
    await page.goto(`/provider/students?q=${studentNo}`);
    await expect(page.getByRole('link', { name: her.name })).toBeVisible();
    await checkPage(page);
  });

  const officer = await as('quwei');
  await test.step('the number rises by one and opens to her', async () => {
    await officer.goto(`/commission/funnel?college=${college.id}&year=${year}`);
    const number = officer.getByRole('link', { name: `学生 ${(before.n + 1).toLocaleString('en-US')}`, exact: true });
    await reloadUntilVisible(officer, number);
    await checkPage(officer);
    await number.click();
    await expect(officer.getByText(`学生，共 ${before.n + 1} 名`)).toBeVisible();
    await expect(
      officer
        .getByText(studentNo)
        .or(officer.getByRole('rowheader', { name: her.name }))
        .first(),
    ).toBeVisible();
    await checkPage(officer);
  });

  await test.step('entered by mistake, she is taken out again, and the number falls', async () => {
    await page.getByRole('link', { name: her.name }).click();
    await confirm(page, '撤销登记', '登错了学校');
    await expect(page.getByText('已撤销登记。')).toBeVisible();
    await officer.goto(`/commission/funnel?college=${college.id}`);
    await expect
      .poll(
        async () =>
          (
            await row<{ n: number }>(
              sql`select coalesce(max(students), 0)::int as n from funnel_cell where college = ${college.id} and year = ${year}`,
            )
          ).n,
      )
      .toBe(before.n);
  });
});

test('a caregiver enters her professional title, her district verifies it, and it counts among the titles', async ({ as }) => {
  const house = await organisationOf('jigou');
  const her = await aTraineeWhoSignsIn({ institutionId: house.id });
  const number = `ZC2019${unique()}`;
  const page = await as(her.phone, { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
  await test.step('she chooses series and level, and hands it in', async () => {
    await page.goto('/me/certificates/new?family=professional_title');
    await expect(page.getByText('不计入持证上岗率')).toBeVisible();
    await page.getByLabel('职称系列').selectOption('nursing');
    await page.getByLabel('职称级别').selectOption('associate_senior');
    await page.getByLabel('证书名称').fill('副主任护师');
    await page.getByLabel('证书编号').fill(number);
    await page.getByLabel('颁证机构').fill('演示职称评审委员会');
    await page.getByLabel('发证日期').fill('2019-12-20');
    await page.getByLabel('证书照片或 PDF').setInputFiles({ name: 'title.jpg', mimeType: 'image/jpeg', buffer: await aPhoto() });
    await page.getByLabel(/我同意平台保存/).check();
    await checkPage(page);
    await page.getByRole('button', { name: '提交核验' }).click();
    await expect(page.getByText('已提交，等待核验。')).toBeVisible();
    await checkPage(page);
  });

  const officer = await as('quwei');
  await test.step('her district verifies it with a receipt', async () => {
    await officer.goto(`/commission/certificates?family=professional_title&q=${number}`);
    await officer.getByRole('link', { name: her.name }).first().click();
    await expect(officer.getByText('副高级')).toBeVisible();
    await officer.getByLabel('查到，信息一致').check();
    await officer.getByRole('button', { name: '记录结果' }).click();
    await expect(officer.getByText('已核验通过。')).toBeVisible();
  });

  await test.step('it counts for the district and opens to her', async () => {
    await officer.goto('/commission/titles');
    await checkPage(officer);
    await officer.getByRole('link', { name: /^护理 副高级/ }).click();
    await expect(officer.getByRole('link', { name: her.name })).toBeVisible();
    await checkPage(officer);
  });
});
