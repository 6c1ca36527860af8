globalThis.bantinRows={"agencies":[["so-cau-vong","Department of Rainbows","Sở Cầu vồng"],["bo-suong","Ministry of Mist","Bộ Sương","BS"],["bo-nang","Ministry of Sunshine","Bộ Nắng","BN"]],
"folders":["register/undated","register/2015","register/2018","register/2022"],
"names":[["Ministry of Sunshine","bo-nang"],["Department of Rainbows","so-cau-vong"],["Ministry of Mist","bo-suong"]],
"types":["Coordination regulation","Joint plan"],
"statuses":[["unknown","Signed – not known whether in force"],["in_force","In force"]],
"facets":["year/unknown","types/quy-che","fields/thoi-tiet","status/signed-not-known-whether-in-force","year/2015","fields/du-bao","status/in-force","types/ke-hoach","year/2018","year/2020","year/2022"],
"days":[["XXXX-08-18","18 August (year unknown)"],["2015-03-10","10 March 2015"],["2015-04-01","1 April 2015"],["2018-05-20","20 May 2018"],["2018-06-01","1 June 2018"],["2020-05-04","4 May 2020"],["2022-01-10","10 January 2022"],["2022-02","February 2022"]],
"rows":[
["sua-doi-2022","","Quy chế bãi bỏ việc cho mượn nắng",3,[2,0],0,6,[1,7,-1,0],[10,1,5,6],[],"vi"],
["ngam-sao","","Quy chế phối hợp ngắm sao","articles/2020/them-mot-ban-ghi/",[2,1],0,5,[0,-1,-1,0],[9,1,2,3],[],"vi"],
["sua-doi-2018","02/QCPH-BS-BN","Regulation amending the Coordination regulation on the forecasting of mist and sunshine",2,[2,0],0,3,[1,4,-1,0],[8,1,5,6]],
["ke-hoach-cau-vong","","Kế hoạch liên tịch đón cầu vồng",1,[2,0,1],1,1,[0,-1,-1,0],[4,7,2,3],[],"vi"],
["suong-va-nang-2015","01/QCPH-BS-BN","Coordination regulation on the forecasting of mist and sunshine",1,[2,0],0,1,[1,2,-1,0],[4,1,5,2,6]],
["khong-ro-nam","","khong-ro-nam",0,[0,1],0,0,[0,-1,-1,0],[0,1,2,3],[],"vi"]
]};
