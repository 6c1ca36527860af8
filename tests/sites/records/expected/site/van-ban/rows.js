globalThis.bantinRows={"agencies":[["bo-nang","Bộ Nắng","Ministry of Sunshine","BN"],["bo-suong","Bộ Sương","Ministry of Mist","BS"],["so-cau-vong","Sở Cầu vồng","Department of Rainbows"]],
"folders":["van-ban/khong-ro-ngay","van-ban/2015","van-ban/2018","van-ban/2022"],
"names":[["Bộ Nắng","bo-nang"],["Sở Cầu vồng","so-cau-vong"],["Bộ Sương","bo-suong"]],
"types":["Quy chế phối hợp","Kế hoạch liên tịch"],
"statuses":[["unknown","Đã ký – chưa rõ hiệu lực"],["in_force","Còn hiệu lực"]],
"facets":["nam/chua-ro","loai/quy-che","linh-vuc/thoi-tiet","tinh-trang/da-ky-chua-ro-hieu-luc","nam/2015","linh-vuc/du-bao","tinh-trang/con-hieu-luc","loai/ke-hoach","nam/2018","nam/2020","nam/2022"],
"days":[["XXXX-08-18","18/8 (chưa rõ năm)"],["2015-03-10","10/03/2015"],["2015-04-01","01/04/2015"],["2018-05-20","20/05/2018"],["2018-06-01","01/06/2018"],["2020-05-04","04/05/2020"],["2022-01-10","10/01/2022"],["2022-02","02/2022"]],
"rows":[
["sua-doi-2022","","Quy chế bãi bỏ việc cho mượn nắng",3,[2,0],0,6,[1,7,-1,0],[10,1,5,6]],
["ngam-sao","","Quy chế phối hợp ngắm sao","bai-viet/2020/them-mot-ban-ghi/",[2,1],0,5,[0,-1,-1,0],[9,1,2,3]],
["sua-doi-2018","02/QCPH-BS-BN","Quy chế sửa đổi, bổ sung Quy chế phối hợp trong dự báo sương và nắng",2,[2,0],0,3,[1,4,-1,0],[8,1,5,6]],
["ke-hoach-cau-vong","","Kế hoạch liên tịch đón cầu vồng",1,[2,0,1],1,1,[0,-1,-1,0],[4,7,2,3]],
["suong-va-nang-2015","01/QCPH-BS-BN","Quy chế phối hợp trong dự báo sương và nắng",1,[2,0],0,1,[1,2,-1,0],[4,1,5,2,6]],
["khong-ro-nam","","khong-ro-nam",0,[0,1],0,0,[0,-1,-1,0],[0,1,2,3]]
]};
